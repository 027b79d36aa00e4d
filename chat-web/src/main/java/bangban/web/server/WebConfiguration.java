package bangban.web.server;

import bangban.web.problem.ProblemHandler;
import bangban.web.problem.ProblemWriter;
import bangban.web.problem.Problems;
import bangban.web.start.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** How requests run: controllers in plain blocking style, each on a virtual thread; what they throw becomes a problem. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

    private final VirtualThreadTaskExecutor executor = new VirtualThreadTaskExecutor("http-");

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(executor);
    }

    @Bean
    static Problems problems(DataFolder folder) {
        return new Problems(folder.root());
    }

    @Bean
    static ProblemWriter problemWriter(Problems problems) {
        return new ProblemWriter(problems);
    }

    @Bean
    static ProblemHandler problemHandler(ProblemWriter writer) {
        return new ProblemHandler(writer);
    }
}
