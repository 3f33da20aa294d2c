package org.millwright.processes.motion;

/**
 * What a machine's axes can do.
 *
 * @param speedsMmPerS highest speed of each axis
 * @param accelerationsMmPerS2 highest acceleration of each axis
 * @param cornering the rule for passing corners
 */
public record MotionLimits(PerAxis speedsMmPerS, PerAxis accelerationsMmPerS2, Cornering cornering) {}
