package dev.latent.platform.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Holds every query of the interface against what its handler declares, before the handler is called, and makes the
 * handler's records of it. Spring would take the first of several values or join them and pass over unknown names; it
 * would make records, too, but reads the constructor's annotations anew for every request, which took a third of the
 * time of one for a small sample.
 */
@Configuration(proxyBeanMethods = false)
class QueryCheck implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String BOUND = QueryCheck.class.getName() + ".bound";

    private final ObjectProvider<ConversionService> conversion;
    private final ObjectProvider<Validator> validator;
    private final Map<Method, DeclaredQuery> known = new ConcurrentHashMap<>();

    /** Providers, as the first is made of what this configures. */
    QueryCheck(ObjectProvider<ConversionService> mvcConversionService, ObjectProvider<Validator> defaultValidator) {
        conversion = mvcConversionService;
        validator = defaultValidator;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**", "/v2/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            DeclaredQuery declared = known.computeIfAbsent(method.getMethod(), it -> DeclaredQuery.of(method));
            QueryString sent = QueryString.parse(request.getQueryString());
            request.setAttribute(
                    BOUND, QueryBinding.bind(declared, sent, conversion.getObject(), validator.getObject()));
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return DeclaredQuery.isRecord(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Map<?, ?> bound = (Map<?, ?>)
                Objects.requireNonNull(request.getAttribute(BOUND, RequestAttributes.SCOPE_REQUEST), "not checked");
        return Objects.requireNonNull(bound.get(parameter.getParameterType()));
    }
}
