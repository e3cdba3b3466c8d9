/** What compose files, {@code .env.sample} and {@code abra.sh} say, with origins; the only user of YAML. */
@NullMarked
package org.recipeharness.compose;

import org.jspecify.annotations.NullMarked;
