// Each test starts programs of its own, and waits for them most of the time: two classes at a time are done in two thirds of the time.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
