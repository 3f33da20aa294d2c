package org.millwright.geometry.mesh.sums;

/**
 * Moments of inertia about the centre of mass, for a density of 1 per mm³; mm⁵. Multiply by the density for those of a
 * real part.
 *
 * @param xx about the axis along x: the integral of y² + z²
 * @param xy the integral of x y, without the sign that it has in the inertia tensor
 */
public record Inertia(double xx, double yy, double zz, double xy, double yz, double zx) {
    public static final Inertia NONE = new Inertia(0, 0, 0, 0, 0, 0);
}
