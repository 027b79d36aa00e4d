package bangban.web.login;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.LoginThrottle;
import bangban.web.security.Caller;
import bangban.web.users.UserJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and one's own account. */
@RestController
class LoginController {

    private final Login login;
    private final AccessTokens tokens;
    private final AuditLog audit;

    LoginController(Accounts accounts, AccessTokens tokens, LoginThrottle throttle, AuditLog audit) {
        this.login = new Login(accounts, tokens, throttle, audit);
        this.tokens = tokens;
        this.audit = audit;
    }

    record LoginJson(@Nullable String username, @Nullable String password) {}

    record LoggedInJson(String token, Instant expiresAt, UserJson user) {}

    record PasswordChange(
            @Nullable String current, @Nullable String next) {}

    @PostMapping("/api/login")
    LoggedInJson login(@RequestBody LoginJson body) {
        Login.LoggedIn done = login.login(orEmpty(body.username()), orEmpty(body.password()));
        return new LoggedInJson(done.issued().token(), done.issued().expiresAt(), UserJson.of(done.account()));
    }

    @PostMapping("/api/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@AuthenticationPrincipal Caller caller) {
        String token = caller.token();
        if (token != null) {
            tokens.revoke(token);
            audit.record(caller.user(), "logout", caller.user(), "");
        }
    }

    @GetMapping("/api/me")
    UserJson me(@AuthenticationPrincipal Caller caller) {
        return UserJson.of(caller.principal(), false);
    }

    @PostMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, @AuthenticationPrincipal Caller caller) {
        login.changePassword(caller.user(), caller.token(), orEmpty(change.current()), orEmpty(change.next()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
