package org.millwright.machines;

/**
 * A program on its way to a machine.
 *
 * @param sha256 of the UTF-8 bytes of {@code text}, lower-case hexadecimal; the machine refuses what does not match
 */
public record ProgramFile(String name, String text, String sha256) {}
