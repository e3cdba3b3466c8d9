package org.recipeharness.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnceTest {

    private final Once<Integer> once = new Once<>("install");
    private final AtomicInteger performed = new AtomicInteger();

    @Test
    void performsItsOperationOnTheFirstCallOnly() throws InterruptedException {
        assertThat(once.get(performed::incrementAndGet)).isEqualTo(1);
        assertThat(once.get(performed::incrementAndGet)).isEqualTo(1);
        assertThat(performed).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isUnverifiedOnEachCallAfterOneThatFailed(Throwable failure) {
        assertThatThrownBy(() -> once.get(() -> failing(failure))).isSameAs(failure);

        for (int call = 2; call <= 3; call++) {
            assertThatExceptionOfType(UnverifiedException.class)
                    .isThrownBy(() -> once.get(() -> failing(failure)))
                    .withMessage("Unverified: install failed before: no room")
                    .withCause(failure);
        }
        assertThat(performed).hasValue(1);
    }

    static Throwable[] failures() {
        return new Throwable[] {
            new IllegalStateException("no room\nand more about it"),
            new InterruptedException("no room"),
            new AssertionError("no room")
        };
    }

    private int failing(Throwable failure) throws InterruptedException {
        performed.incrementAndGet();
        if (failure instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
