package org.millwright.factory.production;

import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;

/** A job did not run to its end, through a fault or because a person stopped it; its units are suspect. */
public record JobInterrupted(JobId job, BuildId build, FactoryId factory) {}
