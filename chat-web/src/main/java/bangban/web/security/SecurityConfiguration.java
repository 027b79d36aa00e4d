package bangban.web.security;

import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Role;
import bangban.web.problem.ProblemWriter;
import bangban.web.problem.RequestError;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The rules of the edge: what is open, who is recognised how, and which headers every answer carries. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; "
            + "connect-src 'self'; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String[] PORTAL = {
        "/",
        "/index.html",
        "/login",
        "/s/**",
        "/knowledge",
        "/knowledge/**",
        "/users",
        "/audit",
        "/m/**",
        "/assets/**",
        "/pdfjs/**",
        "/icon.svg",
        "/favicon.ico",
        "/manifest.webmanifest",
        "/sw.js",
        "/robots.txt"
    };

    @Bean
    WebFilter hostFilter(Settings settings, ProblemWriter problems) {
        if (!settings.loopbackOnly()) {
            return (exchange, chain) -> chain.filter(exchange);
        }
        Set<String> names = new HashSet<>(settings.hosts());
        names.add(settings.address());
        return new HostFilter(names, problems);
    }

    @Bean
    SecurityWebFilterChain rules(
            ServerHttpSecurity http,
            AccessTokens tokens,
            Accounts accounts,
            AuditLog audit,
            DataFolder folder,
            Scheduler blocking,
            ProblemWriter problems) {
        CallerFilter callers = new CallerFilter(tokens, accounts, audit, folder.secret(), blocking);
        return http
                // no cookie proves who calls, so another site cannot make a browser prove it
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(callers, SecurityWebFiltersOrder.AUTHENTICATION)
                .headers(SecurityConfiguration::headers)
                .authorizeExchange(SecurityConfiguration::paths)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (exchange, failure) -> problems.write(exchange, RequestError.NOT_LOGGED_IN))
                        .accessDeniedHandler((exchange, failure) -> problems.write(exchange, ErrorCode.FORBIDDEN)))
                .build();
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frames -> frames.mode(Mode.DENY));
    }

    private static void paths(ServerHttpSecurity.AuthorizeExchangeSpec paths) {
        paths.pathMatchers(HttpMethod.GET, PORTAL)
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, PORTAL)
                .permitAll()
                .pathMatchers("/api/status", "/api/openapi.yaml", "/api/login", "/actuator/health")
                .permitAll()
                .pathMatchers("/actuator/**")
                .access(SecurityConfiguration::mayMeasure)
                .anyExchange()
                .authenticated();
    }

    /** An administrator, or a collector that runs on this machine. */
    private static Mono<AuthorizationResult> mayMeasure(
            Mono<Authentication> authentication, AuthorizationContext context) {
        boolean local = CallerFilter.isFromThisMachine(context.getExchange());
        return authentication
                .map(known -> known.getAuthorities().stream()
                        .anyMatch(authority -> Role.ADMIN.name().equals(authority.getAuthority())))
                .defaultIfEmpty(false)
                .map(admin -> new AuthorizationDecision(admin || local));
    }
}
