package dev.latent.inference.http;

import org.apache.coyote.CloseNowException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Leaves it to the container to cut the connection: handled here, an answer that broke off would end like a whole one. */
@RestControllerAdvice(basePackageClasses = CutAnswerAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CutAnswerAdvice {
    @ExceptionHandler
    void cut(CloseNowException e) throws CloseNowException {
        throw e;
    }
}
