// Times are measured here: a test has the machine for itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
