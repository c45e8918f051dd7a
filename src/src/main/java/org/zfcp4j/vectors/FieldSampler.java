// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;

/**
 * Compares fields that have no observer with what they were: when a thread blocks or an interrupt ends, as the recordings do.
 */
final class FieldSampler {
    private record Field<T>(String name, ToLongFunction<T> value) {
    }

    private static final String PEER = "peer_";
    private static final Field<Adapter>[] ADAPTER = fields(
        new Field<>("peer_wwnn", a -> a.peerWwnn),
        new Field<>("peer_wwpn", a -> a.peerWwpn),
        new Field<>("peer_d_id", a -> word(a.peerDId)),
        new Field<>("hydra_version", a -> word(a.hydraVersion)),
        new Field<>("fsf_lic_version", a -> word(a.fsfLicVersion)),
        new Field<>("adapter_features", a -> word(a.adapterFeatures)),
        new Field<>("connection_features", a -> word(a.connectionFeatures)),
        new Field<>("hardware_version", a -> word(a.hardwareVersion)),
        new Field<>("fc_security_algorithms", a -> word(a.fcSecurityAlgorithms)),
        new Field<>("timer_ticks", a -> word(a.timerTicks)),
        new Field<>("stat_read_buf_num", a -> word(a.statReadBufNum)));
    private static final Field<FcHost>[] FC_HOST = fields(
        new Field<>("port_type", h -> word(h.portType)),
        new Field<>("port_id", h -> word(h.portId)),
        new Field<>("speed", h -> word(h.speed)),
        new Field<>("port_name", h -> h.portName),
        new Field<>("node_name", h -> h.nodeName),
        new Field<>("fabric_name", h -> h.fabricName),
        new Field<>("permanent_port_name", h -> h.permanentPortName),
        new Field<>("maxframe_size", h -> word(h.maxframeSize)),
        new Field<>("supported_speeds", h -> word(h.supportedSpeeds)),
        new Field<>("supported_classes", h -> word(h.supportedClasses)));
    private static final Field<WkaPort>[] WKA = fields(
        new Field<>("status", w -> w.status.ordinal()),
        new Field<>("handle", w -> word(w.handle)));
    private static final Field<Port>[] PORT = fields(
        new Field<>("d_id", p -> word(p.dId)),
        new Field<>("handle", p -> word(p.handle)),
        new Field<>("wwnn", p -> p.wwnn),
        new Field<>("maxframe_size", p -> word(p.maxframeSize)),
        new Field<>("supported_classes", p -> word(p.supportedClasses)),
        new Field<>("starget_id", p -> word(p.stargetId)),
        new Field<>("has_rport", p -> p.rport == null ? 0 : 1),
        new Field<>("connection_info", p -> word(p.connectionInfo)));
    private static final Field<ScsiDev>[] LUN = fields(
        new Field<>("lun_handle", l -> word(l.lunHandle)));

    private final ReplayWorld world;
    private final Map<Object, long[]> known = new IdentityHashMap<>();
    private final List<JsonObject> peers = new ArrayList<>();
    private Predicate<String> sampled = name -> true;

    FieldSampler(ReplayWorld world) {
        this.world = world;
    }

    void sampleOnly(Predicate<String> names) {
        sampled = names;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Field<T>[] fields(Field<T>... fields) {
        return fields;
    }

    private static long word(int value) {
        return value & 0xffff_ffffL;
    }

    /** A port was made: what it holds now is no change. */
    void add(Port port) {
        known.put(port, values(PORT, port));
    }

    private static <T> long[] values(Field<T>[] fields, T object) {
        long[] values = new long[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = fields[i].value().applyAsLong(object);
        }
        return values;
    }

    void sample() {
        for (ReplayDevice device : world.devices()) {
            Adapter adapter = device.adapter();
            if (adapter != null) {
                sample(device.index(), adapter);
            }
        }
    }

    private void sample(int index, Adapter adapter) {
        compare(index, ADAPTER, adapter, o -> o.add("obj", "adapter"));
        if (adapter.scsiHost != null) {
            FcHost host = adapter.scsiHost.fc;
            known.computeIfAbsent(host, h -> values(FC_HOST, new FcHost()));
            compare(index, FC_HOST, host, o -> o.add("obj", "fc_host"));
        }
        if (adapter.gs != null) {
            compare(index, WKA, adapter.gs.ds(), o -> o.add("obj", "wka_ds"));
        }
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            compare(index, PORT, port, o -> o.add("obj", "port").add("wwpn", Hex.name(port.wwpn)));
        }
        if (adapter.scsiHost != null) {
            var devices = adapter.scsiHost.devices;
            for (ListNode<ScsiDevice> n = devices.first(); n != null; n = devices.next(n)) {
                sample(index, n.owner());
            }
        }
    }

    private void sample(int index, ScsiDevice sdev) {
        ScsiDev lun = ScsiDev.of(sdev);
        if (lun.port != null) {
            compare(index, LUN, lun, o -> o.add("obj", "lun").add("wwpn", Hex.name(lun.port.wwpn))
                .add("lun", Hex.name(ScsiDev.fcpLun(sdev))));
        }
    }

    private <T> void compare(int index, Field<T>[] fields, T object, Function<JsonObject, JsonObject> describe) {
        long[] old = known.computeIfAbsent(object, o -> new long[fields.length]);
        for (int i = 0; i < fields.length; i++) {
            long value = fields[i].value().applyAsLong(object);
            if (value != old[i] && sampled.test(fields[i].name())) {
                JsonObject event = describe.apply(world.recorder().event("field", index));
                event.add("name", fields[i].name()).add("old", Hex.of(old[i])).add("new", Hex.of(value));
                old[i] = value;
                if (fields[i].name().startsWith(PEER)) {
                    peers.add(event);
                } else {
                    emitPeers();
                    world.recorder().emit(event);
                }
            }
        }
        emitPeers();
    }

    /** What is known of the peer: recordings differ in the order. */
    private void emitPeers() {
        if (!peers.isEmpty()) {
            world.recorder().emitInAnyOrder(peers);
            peers.clear();
        }
    }
}
