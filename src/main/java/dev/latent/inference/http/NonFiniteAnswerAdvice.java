package dev.latent.inference.http;

import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Responses that are no numbers, as problems: of the body where one brought the sample that is to blame. */
@RestControllerAdvice(basePackageClasses = NonFiniteAnswerAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class NonFiniteAnswerAdvice {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noNumber(NonFiniteAnswer e, HttpServletRequest request) {
        Problem problem = explain(e, HttpMethod.POST.matches(request.getMethod()));
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    static Problem explain(NonFiniteAnswer e, boolean sent) {
        if (!e.extreme()) {
            return Problem.conflict("this version's weights give values that are no numbers; use another version");
        }
        String detail =
                "sample " + e.sample() + " lies so far from what the model was trained on that the answer overflows; ";
        return sent
                ? Problem.invalid("#/values/" + e.sample(), detail + "send values nearer to the training data")
                : Problem.conflict(detail + "ask for other samples");
    }
}
