package bangban.web.portal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this API. */
@RestController
class OpenApiController {

    private final Resource document = new ClassPathResource("api/openapi.yaml");

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/yaml"))
                .cacheControl(CacheControl.noCache())
                .body(document);
    }
}
