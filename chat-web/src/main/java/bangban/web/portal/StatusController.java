package bangban.web.portal;

import bangban.runtime.model.ModelGateway;
import bangban.web.platform.DemoContent;
import bangban.web.platform.Loading;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs before anyone has logged in. */
@RestController
class StatusController {

    private final Loading loading;
    private final DemoContent demo;
    private final ModelGateway models;
    private final String version;

    StatusController(Loading loading, DemoContent demo, ModelGateway models) {
        this.loading = loading;
        this.demo = demo;
        this.models = models;
        String built = StatusController.class.getPackage().getImplementationVersion();
        this.version = built == null ? "0.1.0" : built;
    }

    record Status(String name, String version, String mode, boolean demo, Loading.@Nullable Progress loading) {}

    @GetMapping("/api/status")
    Status status() {
        return new Status(
                "Bangban",
                version,
                models.isGrounded() ? "grounded" : "model",
                demo.isWanted(),
                loading.progress().orElse(null));
    }
}
