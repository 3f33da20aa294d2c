package org.millwright.factory.design;

/** A design file was read and stored. */
public record DesignUploaded(DesignId design) {}
