package org.millwright.factory.platform;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;

/** Switches on what the platform's beans need. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableConfigurationProperties(PlatformSettings.class)
class PlatformConfiguration {}
