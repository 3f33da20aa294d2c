/** Canonical JSON, Ed25519 keys and the signature over a passport. Needs the JDK and a JSON parser only. */
@NullMarked
package org.millwright.factory.passport.seal;

import org.jspecify.annotations.NullMarked;
