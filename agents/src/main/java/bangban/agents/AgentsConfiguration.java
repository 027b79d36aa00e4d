package bangban.agents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Finds every agent below this package: adding one is adding its package. */
@AutoConfiguration
@ComponentScan
class AgentsConfiguration {}
