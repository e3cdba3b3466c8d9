/**
 * What a recipe may do on the host and to other stacks, as its files say it.
 *
 * <p>{@code docker stack deploy} ignores {@code privileged}, {@code pid}, {@code ipc}, {@code devices}, {@code network_mode},
 * {@code userns_mode} and {@code security_opt}, so these give no access.
 */
@NullMarked
package org.recipeharness.trust;

import org.jspecify.annotations.NullMarked;
