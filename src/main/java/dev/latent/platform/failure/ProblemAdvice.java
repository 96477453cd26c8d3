package dev.latent.platform.failure;

import dev.latent.cluster.DatabaseAway;
import dev.latent.cluster.UnkeptText;
import dev.latent.platform.query.QueryString;
import dev.latent.problem.Problem;
import dev.latent.storage.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what Spring MVC refuses, and what went wrong inside, into the problem details of the HTTP interface. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String STORAGE =
            "Where models, datasets and what runs leave are kept can't be reached now;" + " try again later";
    private static final String DATABASE = "The database can't be reached now; try again later";

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.notFound("There is nothing at /" + e.getResourcePath()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = e.getBody();
        body.setDetail(e.getMethod() + " is not possible here, " + e.getSupportedHttpMethods() + " is");
        return handleExceptionInternal(e, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String taken =
                e.getSupportedMediaTypes().stream().map(MediaType::toString).collect(Collectors.joining(" or "));
        String sent = e.getContentType() == null
                ? "The body has no Content-Type, and could be anything"
                : "The body's Content-Type is " + e.getContentType();
        return answer(Problem.unsupportedMediaType(sent + "; send " + taken + ", and say so in Content-Type"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        InvalidMediaTypeException broken = BrokenAccept.of(request);
        if (broken != null) {
            return answer(Problem.badHeader("Accept", "Accept can't be read: " + broken.getMessage()), request);
        }
        return answer(
                Problem.notAcceptable("Accept asks for what this can't be; it can be " + e.getSupportedMediaTypes()),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getParameterName();
        return answer(Problem.badParameter(name, name + " is missing"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getRequestPartName();
        return answer(Problem.badParameter(name, "the part " + name + " is missing"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MissingRequestHeaderException missing) {
            String name = missing.getHeaderName();
            return answer(Problem.badHeader(name, "the header " + name + " is missing"), request);
        }
        return super.handleServletRequestBindingException(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(WrongType.of(e), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(UnreadableBody.explain(e), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Problem.Invalid> fields = e.getFieldErrors().stream()
                .map(error -> new Problem.Invalid(
                        "#/" + error.getField().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'),
                        error.getField() + " " + error.getDefaultMessage()))
                .toList();
        return answer(Problem.invalid(fields), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ParameterValidationResult first = e.getParameterValidationResults().get(0);
        String name = String.valueOf(first.getMethodParameter().getParameterName());
        String detail = name + " " + first.getResolvableErrors().get(0).getDefaultMessage();
        return answer(Problem.badParameter(name, detail), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.tooLarge("The body is larger than the service takes"), request);
    }

    /** Tomcat's, where a parameter is first asked for. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> brokenParameters(InvalidParameterException e, ServletWebRequest request) {
        if (e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return answer(Problem.tooLarge(String.valueOf(e.getMessage())), request);
        }
        try {
            QueryString.parse(request.getRequest().getQueryString());
            return answer(Problem.badRequest("The parameters can't be read"), request);
        } catch (Problem named) {
            return answer(named, request);
        }
    }

    /** All that nobody foresaw: logged here, told without its inside. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        if (StorageUnavailable.in(e).isPresent()) {
            LOG.warn("A request failed: {}", StorageUnavailable.in(e).get().getMessage());
            return answer(Problem.unavailable(RETRY_AFTER, STORAGE), request);
        }
        if (DatabaseAway.isWhy(e)) {
            LOG.warn("A request failed: the database can't be reached: {}", e.getMessage());
            return answer(Problem.unavailable(RETRY_AFTER, DATABASE), request);
        }
        if (UnkeptText.isWhy(e)) {
            return answer(Problem.badRequest("The request holds the character U+0000, which no name has"), request);
        }
        LOG.error("A request failed", e);
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(500), "Something went wrong inside; the log tells more under the X-Request-Id");
        return handleExceptionInternal(e, body, new HttpHeaders(), HttpStatusCode.valueOf(500), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getType() == null) {
            problem.setType(Problem.WITHOUT_TYPE);
        }
        HttpHeaders typed = HttpHeaders.copyOf(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON); // whatever Accept says, and if it can't be read
        return super.createResponseEntity(body, typed, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }
}
