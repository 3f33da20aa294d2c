package org.millwright.scheduling.makespan;

/** When and where each operation of a plan happens, everything as early as its order allows. */
public final class ShopTimes {
    private final ShopGraph graph;

    private ShopTimes(ShopGraph graph) {
        this.graph = graph;
    }

    public static ShopTimes of(FlexibleShop shop, ShopPlanOrder plan) {
        var graph = new ShopGraph(shop);
        graph.load(plan.machine(), plan.order());
        return new ShopTimes(graph);
    }

    public int machine(int operation) {
        return graph.machine[operation];
    }

    public long start(int operation) {
        return graph.head[operation];
    }

    public long end(int operation) {
        return (long) graph.head[operation] + graph.duration[operation];
    }
}
