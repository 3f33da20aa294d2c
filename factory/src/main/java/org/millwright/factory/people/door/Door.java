package org.millwright.factory.people.door;

import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.people.token.ApiTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The chain of Spring Security's filters that every request passes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Door {
    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http,
            RouteAuthorization routes,
            Refusals refusals,
            SignIns signIns,
            ApiTokens tokens,
            ObjectProvider<ClientRegistrationRepository> outside,
            OutsideSignIn outsideSignIn)
            throws Exception {
        http.headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenCookie())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(ViewerFilter.programs()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ERROR,
                                jakarta.servlet.DispatcherType.FORWARD,
                                jakarta.servlet.DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(routes))
                .addFilterBefore(new ViewerFilter(signIns, tokens), ExceptionTranslationFilter.class);
        if (outside.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage(SignInAddress.PATH)
                    .successHandler(outsideSignIn)
                    .failureHandler(outsideSignIn));
        }
        return http.build();
    }

    /** Compared with what a form carries; no script needs to read it, since pages carry the value. */
    private static CookieCsrfTokenRepository tokenCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(SignInCookie.FORM_COOKIE);
        repository.setHeaderName("Form-Token");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        return repository;
    }
}
