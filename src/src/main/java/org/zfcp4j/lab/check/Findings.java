// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.zfcp4j.kernel.Kernel;

/**
 * Collects what checkers found, the first of a kind for each device: one broken invariant often breaks many times. And what they
 * have recognised as a known mistake of zfcp that the port has as well ({@code docs/c-driver-findings.md}), each once. Any thread.
 */
public final class Findings {
    private final Kernel kernel;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Finding> list = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    public Findings(Kernel kernel) {
        this.kernel = kernel;
    }

    /** {@code invariant} does not hold now. */
    public void add(Invariant invariant, String device, String text) {
        Finding finding = new Finding(invariant, device, kernel.micros(), kernel.contextName(), text);
        lock.lock();
        try {
            if (list.stream().noneMatch(f -> f.invariant() == invariant && f.device().equals(device))) {
                list.add(finding);
            }
        } finally {
            lock.unlock();
        }
    }

    /** zfcp has made a known mistake, which breaks no invariant of the port. */
    public void note(String mistake) {
        lock.lock();
        try {
            notes.add(mistake);
        } finally {
            lock.unlock();
        }
    }

    /** The known mistakes that were made, a copy. */
    public List<String> notes() {
        lock.lock();
        try {
            return List.copyOf(notes);
        } finally {
            lock.unlock();
        }
    }

    /** A copy, in the order of time. */
    public List<Finding> list() {
        lock.lock();
        try {
            return List.copyOf(list);
        } finally {
            lock.unlock();
        }
    }
}
