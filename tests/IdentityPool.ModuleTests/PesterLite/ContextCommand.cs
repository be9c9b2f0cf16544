using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A group of tests within a group.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Context")]
public sealed class ContextCommand : DescribeCommand;
