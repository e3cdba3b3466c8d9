package org.recipeharness.recipes.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpRequest;

/** Answers that a client of a recipe's app goes on with only where they are what it expects. */
public final class Answers {

    private Answers() {}

    /**
     * Sends a request.
     *
     * @param request what to ask
     * @param expected the statuses that are good
     * @return the answer
     * @throws IOException when there is none, or its status is another one; it tells what the server said
     * @throws InterruptedException when the thread is interrupted
     */
    public static HttpAnswer to(HttpRequest request, int... expected) throws IOException, InterruptedException {
        return expected(request.send(), expected);
    }

    /**
     * Takes an answer that was had already.
     *
     * @param answer the answer
     * @param expected the statuses that are good
     * @return the answer
     * @throws IOException when its status is another one; it tells what the server said
     */
    public static HttpAnswer expected(HttpAnswer answer, int... expected) throws IOException {
        if (Arrays.stream(expected).noneMatch(good -> good == answer.status())) {
            throw new IOException("Asking " + answer.asked() + ": found " + answer + ", expected the status "
                    + IntStream.of(expected).mapToObj(String::valueOf).collect(Collectors.joining(" or ")));
        }
        return answer;
    }
}
