using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>What a finding is about.</summary>
internal sealed record FindingSubject
{
    private FindingSubject(FindingSubjectKind kind, string name) => (Kind, Name) = (kind, name);

    public FindingSubjectKind Kind { get; }

    /// <summary>What people call it; a suppression names it the same way.</summary>
    public string Name { get; }

    public ProviderReference? Provider { get; private init; }

    /// <summary>The place of a rule in its mapping, from 1.</summary>
    public int? Position { get; private init; }

    public IdentityPoolRole? Role { get; private init; }

    public static FindingSubject From(IdentityPool pool) => new(FindingSubjectKind.Pool, PartName.Get(pool));

    public static FindingSubject From(ProviderReference provider) => new(FindingSubjectKind.Provider, PartName.Get(provider)) { Provider = provider };

    public static FindingSubject From(RoleMapping mapping) => new(FindingSubjectKind.Mapping, mapping.MappingKey) { Provider = mapping.Provider };

    public static FindingSubject From(RoleMapping mapping, int position) =>
        new(FindingSubjectKind.Rule, $"{mapping.MappingKey} rule {position}") { Provider = mapping.Provider, Position = position };

    public static FindingSubject From(IdentityPoolRole role) => new(FindingSubjectKind.Role, PartName.Get(role)) { Role = role };

    public static FindingSubject From(PrincipalTagMapping tags) =>
        new(FindingSubjectKind.PrincipalTags, $"tags of {PartName.Get(tags.Provider)}") { Provider = tags.Provider };

    public override string ToString() => Name;
}

/// <summary>What part of a pool a finding is about.</summary>
internal enum FindingSubjectKind
{
    /// <summary>The pool itself.</summary>
    Pool,

    /// <summary>One of its providers.</summary>
    Provider,

    /// <summary>A role mapping.</summary>
    Mapping,

    /// <summary>A rule of a mapping.</summary>
    Rule,

    /// <summary>A role.</summary>
    Role,

    /// <summary>Attributes for access control of a provider.</summary>
    PrincipalTags,
}
