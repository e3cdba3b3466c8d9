package org.recipeharness.checkout;

import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.ForeignFault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A recipe or a ref that can't be had from the catalogue. */
public final class CheckoutException extends HarnessException {

    private static final long serialVersionUID = 1L;

    CheckoutException(String message) {
        this(message, null);
    }

    CheckoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public Fault fault() {
        return Fault.of(ForeignFault.isOfNetworkOrDisk(this) ? Party.EXTERNAL : Party.UNTOLD);
    }
}
