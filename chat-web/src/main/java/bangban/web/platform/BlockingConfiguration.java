package bangban.web.platform;

import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where blocking work runs: a virtual thread for each piece. */
@Configuration(proxyBeanMethods = false)
class BlockingConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("blocking-", 0).factory()),
                "blocking");
    }
}
