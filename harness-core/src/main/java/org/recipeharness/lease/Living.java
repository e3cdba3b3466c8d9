package org.recipeharness.lease;

import java.util.List;
import java.util.stream.Collectors;

/** Those who hold the node, told. */
final class Living {

    private Living() {}

    static String told(List<Posted> living) {
        return living.stream()
                .map(posted -> posted.lease() + " (config " + posted.notice().name() + ", renewed "
                        + posted.notice().updated() + ", harness.holders="
                        + posted.lease().holders() + ")")
                .collect(Collectors.joining("; "));
    }
}
