package org.recipeharness.http;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Sends one request and takes its answer, in a thread of its own: reading from a socket hears neither a limit nor an interrupt. */
final class Exchange {

    private final HttpRequest request;
    private final Course course;
    private final PeerCheck peer;

    Exchange(HttpRequest request) {
        this.request = request;
        this.course = new Course(request);
        this.peer = new PeerCheck(request.trust(), request.takesAnyCertificate());
    }

    HttpAnswer perform() throws HttpException, InterruptedException {
        HttpUriRequestBase sent = written();
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            var daemon = new Thread(task, "http-" + request.address().getHost());
            daemon.setDaemon(true);
            return daemon;
        });
        Future<HttpAnswer> answer = thread.submit(() -> answerTo(sent));
        try {
            return answer.get(request.limit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpException.TimedOut(
                    request.toString(), course.addresses(), course.phase(), request.limit(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new FailedExchange(request, course, peer).named(failure);
            }
            throw new IllegalStateException(
                    request + ": asking for it failed in a way that nobody has foreseen", e.getCause());
        } finally {
            sent.cancel();
            thread.shutdownNow();
        }
    }

    private HttpUriRequestBase written() {
        var written = new HttpUriRequestBase(request.verb(), request.address());
        request.headers().forEach(header -> written.addHeader(header.name(), header.value()));
        byte[] body = request.body();
        if (body != null) {
            written.setEntity(new ByteArrayEntity(body, null));
        }
        return written;
    }

    private HttpAnswer answerTo(HttpUriRequestBase sent) throws IOException {
        long begun = System.nanoTime();
        try (CloseableHttpClient client = new OneRequestClient(request, course, peer).open()) {
            HttpClientContext context = HttpClientContext.create();
            return client.execute(sent, context, response -> read(response, context.getSSLSession(), begun));
        }
    }

    private HttpAnswer read(ClassicHttpResponse response, @Nullable SSLSession tls, long begun) throws IOException {
        course.reached(HttpPhase.BODY);
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new HttpAnswer(
                request.toString(),
                response.getCode(),
                headers(response),
                body,
                certificates(tls),
                Duration.ofNanos(System.nanoTime() - begun),
                request.masking());
    }

    private static List<HttpHeader> headers(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders())
                .map(header -> new HttpHeader(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    private static List<X509Certificate> certificates(@Nullable SSLSession tls) throws IOException {
        if (tls == null) {
            return List.of();
        }
        Certificate[] shown = tls.getPeerCertificates();
        return Arrays.stream(shown).map(X509Certificate.class::cast).toList();
    }
}
