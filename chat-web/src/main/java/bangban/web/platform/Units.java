package bangban.web.platform;

import bangban.config.organisation.OrgPath;
import java.io.IOException;
import java.util.Set;

/** The units that there are, as far as anything names them: nobody keeps a list. */
public interface Units {

    /** Each with all above it. */
    Set<OrgPath> known() throws IOException, InterruptedException;
}
