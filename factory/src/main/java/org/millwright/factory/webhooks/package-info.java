/**
 * Tells other programs what happened here: endpoints, signed messages, retries. The front door is
 * {@link org.millwright.factory.webhooks.Webhooks}.
 */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "platform",
            "facility",
            "planning",
            "planning :: build",
            "planning :: unit",
            "quoting",
            "production",
            "quality",
            "passport",
            "ordering"
        })
@NullMarked
package org.millwright.factory.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
