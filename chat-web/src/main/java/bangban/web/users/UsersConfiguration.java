package bangban.web.users;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The administration of accounts, for HTTP and the command line. */
@Configuration(proxyBeanMethods = false)
class UsersConfiguration {

    @Bean
    UserAdministration userAdministration(Accounts accounts, AccessTokens tokens, AuditLog audit) {
        return new UserAdministration(accounts, tokens, audit);
    }
}
