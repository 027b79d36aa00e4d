package bangban.web.portal;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The portal is one page; every address of it gives that page. */
@Controller
class PortalController {

    private final Resource page = new ClassPathResource("static/index.html");

    @GetMapping({"/", "/index.html", "/login", "/s/**", "/knowledge", "/knowledge/**", "/users", "/audit", "/m/**"})
    ResponseEntity<Resource> page() {
        if (!page.exists()) {
            throw new PlatformException(ErrorCode.NOT_FOUND, "this build has no portal");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(page);
    }
}
