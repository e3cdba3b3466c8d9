package org.recipeharness.http;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Names what a request failed with: by how far it had come, and what the JVM says of it. */
record FailedExchange(HttpRequest request, Course course, PeerCheck peer) {

    HttpException named(IOException failure) {
        String asked = request.toString();
        String addresses = course.addresses();
        HttpPhase phase = course.phase();
        if (failure instanceof SocketTimeoutException) {
            return new HttpException.TimedOut(asked, addresses, phase, request.limit(), failure);
        }
        if (failure instanceof UnknownHostException) {
            return unknownHost(asked, failure);
        }
        if (phase == HttpPhase.CONNECT) {
            return new HttpException.NoConnection(asked, addresses, failure);
        }
        if (phase == HttpPhase.HANDSHAKE || (phase == HttpPhase.ANSWER && failure instanceof SSLException)) {
            return peer.refusal()
                    .<HttpException>map(refused ->
                            new HttpException.NotTrusted(asked, refused.certificate(), refused.reason(), failure))
                    .orElseGet(() -> new HttpException.HandshakeFailed(asked, addresses, failure));
        }
        if (phase == HttpPhase.ANSWER
                && (failure instanceof NoHttpResponseException || failure instanceof SocketException)) {
            return new HttpException.Closed(asked, addresses, failure);
        }
        return new HttpException.Unreadable(asked, RootReason.of(failure), failure);
    }

    private HttpException.UnknownHost unknownHost(String asked, IOException failure) {
        return request.access()
                .ingressOf(course.host())
                .map(ingress -> new HttpException.UnknownHost(
                        asked, ingress.host(), "it is the ingress that harness.ingress names", failure))
                .orElseGet(() -> new HttpException.UnknownHost(
                        asked, course.host(), request.access().whyDns(), failure));
    }
}
