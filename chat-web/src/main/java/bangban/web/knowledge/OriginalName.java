package bangban.web.knowledge;

import bangban.knowledge.catalog.KnowledgeDocument;

/** Under which name a browser saves an original. */
final class OriginalName {

    private OriginalName() {}

    /** The file's name; of a web page its title, since its address may end in anything. */
    static String of(KnowledgeDocument document) {
        String file = document.file();
        if (!file.startsWith("http://") && !file.startsWith("https://")) {
            return file.substring(file.lastIndexOf('/') + 1);
        }
        return document.format().fileName(document.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"));
    }
}
