// Times and memory are measured here: a test has the servers for itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
