Describe x {
