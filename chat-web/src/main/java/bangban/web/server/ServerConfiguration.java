package bangban.web.server;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Finds the controllers and the configurations of this module. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("bangban.web")
class ServerConfiguration {}
