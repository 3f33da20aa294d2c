package org.millwright.bench.pages;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** Processor time of the threads that answer requests, without the asking side in the same program. */
final class ServerCpu {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> nanosByThread = new HashMap<>();

    /** So far, in milliseconds; a thread that has ended keeps what it was last seen with. */
    double millis() {
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith("http-nio")) {
                nanosByThread.merge(info.getThreadId(), threads.getThreadCpuTime(info.getThreadId()), Math::max);
            }
        }
        return nanosByThread.values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }
}
