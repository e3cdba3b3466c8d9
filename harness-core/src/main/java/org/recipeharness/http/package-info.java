/** Ask an address over HTTP, through an ingress where there is one, and name what keeps it from answering. */
@NullMarked
package org.recipeharness.http;

import org.jspecify.annotations.NullMarked;
