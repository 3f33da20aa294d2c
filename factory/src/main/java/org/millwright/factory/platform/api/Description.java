package org.millwright.factory.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.millwright.factory.platform.access.RouteAccess;
import org.millwright.factory.platform.identity.Role;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the description of the API (OpenAPI 3.1, at {@code /v3/api-docs}) says beside what controllers say themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Description {
    @Bean
    @Lazy
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Millwright")
                        .version("v1")
                        .description("Everything that a page can do. Lists are paged: take `after` from `next`. A POST"
                                + " with the header `Idempotency-Key` is done once. Refusals are"
                                + " `application/problem+json` (RFC 9457) with `detail`, `hint` and `code`.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, made on the page of one's account"))
                        .addSchemas("Problem", problem()));
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .type("object")
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema().description("What is wrong"))
                .addProperty("hint", new StringSchema().description("The way out"))
                .addProperty("code", new StringSchema().description("For programs"))
                .addProperty("instance", new StringSchema())
                .example(Map.of(
                        "title", "The answer is no",
                        "status", 422,
                        "detail", "Quote Q-1004 says that the design cannot be made.",
                        "hint", "Read its findings, change the design, and ask for a new quote.",
                        "code", "quote-not-makeable",
                        "instance", "/api/v1/orders"));
    }

    /** Adds to each operation who may use it, how it refuses, and the key against doing things twice. */
    @Bean
    @Lazy
    OperationCustomizer accessAndProblems() {
        return (operation, handler) -> {
            RouteAccess access = RouteAccess.of(handler);
            if (!access.open()) {
                operation.addSecurityItem(new SecurityRequirement().addList("token"));
                operation.setDescription("For: "
                        + String.join(
                                ", ",
                                access.roles().stream().sorted().map(Role::word).toList())
                        + ".");
            }
            var refused = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
            operation
                    .getResponses()
                    .addApiResponse(
                            "4XX", new ApiResponse().description("Refused").content(refused));
            if (handler.hasMethodAnnotation(org.springframework.web.bind.annotation.PostMapping.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("Idempotency-Key")
                        .required(false)
                        .schema(new StringSchema())
                        .example("8e03978e-40d5-43dd-bc93-6894a57f9324"));
            }
            return operation;
        };
    }
}
