package bangban.web.users;

import bangban.runtime.identity.Account;
import bangban.web.paging.Paged;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/api/users")
class UsersController {

    private final UserAdministration users;

    UsersController(UserAdministration users) {
        this.users = users;
    }

    record UserChange(@Nullable Boolean disabled) {}

    record NewPassword(String password) {}

    @GetMapping
    Paged<UserJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Caller caller) {
        return Paged.of(
                users.list(caller.principal(), after, Paged.limit(limit) + 1), limit, Account::username, UserJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserJson add(@RequestBody NewUser user, @AuthenticationPrincipal Caller caller) {
        String password = user.password();
        return UserJson.of(users.add(caller.principal(), user.principal(), password == null ? "" : password));
    }

    @PatchMapping("/{id}")
    UserJson change(@PathVariable String id, @RequestBody UserChange change, @AuthenticationPrincipal Caller caller) {
        Boolean disabled = change.disabled();
        if (disabled == null) {
            throw RequestException.invalid("disabled", "null", "true, false");
        }
        return UserJson.of(users.disable(caller.principal(), id, disabled));
    }

    @PostMapping("/{id}/password")
    NewPassword resetPassword(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return new NewPassword(users.resetPassword(caller.principal(), id));
    }
}
