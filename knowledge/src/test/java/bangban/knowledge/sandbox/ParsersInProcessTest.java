package bangban.knowledge.sandbox;

import bangban.knowledge.parse.FileReader;
import bangban.knowledge.parse.Parsers;

class ParsersInProcessTest extends FileReaderContract {

    @Override
    FileReader reader() {
        return Parsers.standard();
    }
}
