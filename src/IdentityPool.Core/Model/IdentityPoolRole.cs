using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>
/// A role that identities of a pool may get: an existing one, named by its ARN, or a managed one, created with the trust policy of the pool that it
/// ends up in.
/// </summary>
public sealed record IdentityPoolRole : IDefinition
{
    internal const string AuthenticatedName = nameof(RoleAudience.Authenticated);
    internal const string UnauthenticatedName = nameof(RoleAudience.Unauthenticated);

    private readonly Aside<RoleEvidence> evidence = new(RoleEvidence.None);

    private IdentityPoolRole() { }

    /// <summary>The name of a managed role within its pool. It is not the name of the IAM role.</summary>
    public string? Name { get; private init; }

    /// <summary>The ARN of an existing role, or a function that gives it; of a managed role once it is published.</summary>
    public object? Arn => TypedArn?.Plain;

    internal TemplateValue? TypedArn { get; private init; }

    /// <summary>Which identities may assume the role.</summary>
    public RoleAudience For { get; private init; }

    /// <summary>Whether the role is created with the pool.</summary>
    public bool IsManaged { get; private init; }

    /// <summary>What the role may do.</summary>
    public ValueList<PolicyStatement> Statements { get; private init; } = [];

    /// <summary>The managed policies: of a managed role, or of any role that was read.</summary>
    public ValueList<object> ManagedPolicyArns => TypedManagedPolicyArns.Plain();

    internal ValueList<TemplateValue> TypedManagedPolicyArns { get; private init; } = [];

    /// <summary>A description, up to 1,000 characters.</summary>
    public object? Description => TypedDescription?.Plain;

    internal TemplateValue? TypedDescription { get; private init; }

    /// <summary>The IAM path, <c>/shop/</c> for example.</summary>
    public object? Path => TypedPath?.Plain;

    internal TemplateValue? TypedPath { get; private init; }

    /// <summary>The ARN of the policy that bounds what the role may ever do.</summary>
    public object? PermissionsBoundary => TypedPermissionsBoundary?.Plain;

    internal TemplateValue? TypedPermissionsBoundary { get; private init; }

    /// <summary>Seconds that a session may last, 3,600 to 43,200. The enhanced flow gives one hour at most.</summary>
    public int? MaxSessionDuration { get; private init; }

    /// <summary>The role's own tags; those of its pool come on top.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    /// <summary>
    /// The trust policy as JSON: as AWS has it for a role that was read, else the one that a managed role will get, with <c>${IdentityPool}</c> where the
    /// id of its pool will stand.
    /// </summary>
    public string? TrustPolicy => TrustAsRead ?? (IsManaged ? TrustOf(AwsPartition.Commercial, Model.TrustPolicy.ThisPool).ToString() : null);

    /// <summary>The inline policies of a role that was read, by name, as JSON; empty for a definition.</summary>
    public ValueMap<string> InlinePolicies { get; private init; } = ValueMap<string>.Empty;

    /// <summary>The trust policy as AWS has it; null for a definition.</summary>
    internal string? TrustAsRead { get; private init; }

    /// <summary>What was seen of the role beside what the definition says. It never makes two roles differ.</summary>
    internal RoleEvidence Evidence
    {
        get => evidence.Value;
        private init => evidence = new(value);
    }

    /// <summary>
    /// Why the definition does not say all that the role may do: parts of a template that only a deployed stack knows. Such a role can be looked at; written as it
    /// is, it could do more than it should.
    /// </summary>
    internal ValueList<string> UnknownParts { get; init; } = [];

    /// <summary>Whether the trust policy allows <c>sts:TagSession</c>; the pool sets it when attributes for access control reach the role.</summary>
    internal bool AllowsSessionTags { get; init; }

    /// <summary>The logical id in a template that the role was imported from.</summary>
    internal string? LogicalId { get; init; }

    /// <summary>Whether only a name is given: that of a role which the pool holds to which it is said.</summary>
    internal bool IsNameOnly { get; private init; }

    /// <summary>The name of an existing role, the last part of its ARN; null where that is not known.</summary>
    internal string? NameInIam => IsManaged || TypedArn?.Literal is not { } arn ? null : IdentityPools.Model.Arn.Parse(arn).Name;

    /// <summary>A role that exists.</summary>
    /// <param name="arn">Its ARN, or a function that gives it.</param>
    /// <param name="audience">Which identities get it.</param>
    /// <returns>The role.</returns>
    /// <exception cref="DefinitionException">The ARN is not one of a role.</exception>
    public static IdentityPoolRole Existing(TemplateValue arn, RoleAudience audience = RoleAudience.Authenticated)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return new() { TypedArn = IdentityPools.Model.Arn.Check(arn, "iam", "role/", nameof(Messages.InvalidRole)), For = audience };
    }

    /// <summary>A role that the pool holds to which it is said.</summary>
    internal static IdentityPoolRole ByName(string name, RoleAudience audience) =>
        new()
        {
            Name = Limits.RoleName.Check(name),
            For = audience,
            IsNameOnly = true,
        };

    /// <summary>A role that is created with its pool, so far without permissions.</summary>
    internal static IdentityPoolRole Managed(string? name, RoleAudience audience, IdentityPoolRoleSettings? settings = null)
    {
        settings ??= new();
        IdentityPoolRoleRules.Check(name, settings);
        return new()
        {
            Name = name,
            For = audience,
            IsManaged = true,
            TypedDescription = settings.Description,
            TypedPath = settings.Path,
            TypedPermissionsBoundary = settings.PermissionsBoundary,
            MaxSessionDuration = settings.MaxSessionDuration,
            TypedTags = settings.Tags,
        };
    }

    /// <summary>The role with more permissions; statements that can be one become one.</summary>
    /// <exception cref="DefinitionException">The role is known by a function only, or its inline policy would be too large.</exception>
    internal IdentityPoolRole WithStatements(IEnumerable<PolicyStatement> statements)
    {
        if (TypedArn is { IsLiteral: false })
        {
            throw DefinitionErrors.Create(nameof(Messages.GrantToRoleByFunction), this, this);
        }

        var added = statements.ToList();
        PolicyRules.CheckTexts(Statements.Concat(added), this);
        var merged = PolicyStatements.Merge(Statements, added);
        PolicyRules.CheckTogether(merged, this);
        return this with { Statements = merged };
    }

    /// <summary>The role with more managed policies.</summary>
    /// <exception cref="DefinitionException">The role exists already, an ARN is not one of a policy, or there are too many.</exception>
    internal IdentityPoolRole WithManagedPolicies(IEnumerable<TemplateValue> arns)
    {
        if (!IsManaged)
        {
            throw DefinitionErrors.Create(nameof(Messages.ManagedPolicyOnExistingRole), this, this);
        }

        var all = TypedManagedPolicyArns
            .Concat(arns.Select(arn => IdentityPools.Model.Arn.Check(arn, "iam", "policy/", nameof(Messages.InvalidManagedPolicy))))
            .Distinct()
            .Order()
            .ToValueList();
        return all.Count <= Limits.ManagedPolicies
            ? this with
            {
                TypedManagedPolicyArns = all,
            }
            : throw DefinitionErrors.Create(nameof(Messages.TooManyManagedPolicies), this, this, all.Count, Limits.ManagedPolicies);
    }

    /// <summary>The role with other settings.</summary>
    /// <exception cref="DefinitionException">The role exists already and is not the pool's, or a setting cannot be.</exception>
    internal IdentityPoolRole With(RoleChange change)
    {
        if (!IsManaged)
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleNotManaged), this, this);
        }

        IdentityPoolRoleRules.Check(Name, change.Settings);
        return this with
        {
            TypedDescription = change.RemovesDescription ? null : change.Settings.Description ?? TypedDescription,
            TypedPermissionsBoundary = change.RemovesPermissionsBoundary ? null : change.Settings.PermissionsBoundary ?? TypedPermissionsBoundary,
            MaxSessionDuration = change.Settings.MaxSessionDuration ?? MaxSessionDuration,
            TypedTags = change.Tags.Apply(TypedTags, MessageText.Format(nameof(Messages.RoleOfName), this), this),
        };
    }

    /// <summary>The role without some actions, on some resources or on all.</summary>
    /// <exception cref="DefinitionException">Nothing that the role is granted here names them.</exception>
    internal IdentityPoolRole WithoutActions(IReadOnlyCollection<TemplateValue> actions, IReadOnlyCollection<TemplateValue>? resources)
    {
        CheckIsTold();
        var left = Statements.SelectMany(statement => statement.Without(actions, resources)).ToValueList();
        return left == Statements
            ? throw NothingGranted(string.Join(", ", actions) + (resources is null ? "" : $" on {string.Join(", ", resources)}"))
            : this with
            {
                Statements = PolicyStatements.Merge([], left),
            };
    }

    /// <summary>The role without what some statements allow.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="everywhere">Whether their actions go on every resource.</param>
    /// <exception cref="DefinitionException">Nothing that the role is granted here names them.</exception>
    internal IdentityPoolRole WithoutAccess(IReadOnlyCollection<PolicyStatement> statements, bool everywhere)
    {
        CheckIsTold();
        var left = statements.Aggregate(
            Statements,
            (known, taken) => known.SelectMany(statement => statement.Without(taken.TypedActions, everywhere ? null : taken.TypedResources)).ToValueList()
        );
        return left == Statements ? throw NothingGranted(string.Join("; ", statements)) : this with { Statements = PolicyStatements.Merge([], left) };
    }

    /// <summary>The role without the statement of a name.</summary>
    /// <exception cref="DefinitionException">No statement has that name.</exception>
    internal IdentityPoolRole WithoutStatement(string sid)
    {
        var left = Statements.Where(statement => statement.Sid != sid).ToValueList();
        return left.Count == Statements.Count ? throw NothingGranted(sid) : this with { Statements = left };
    }

    /// <summary>The role without some of its managed policies.</summary>
    /// <exception cref="DefinitionException">A policy is not one of the role's, or the role is not the pool's.</exception>
    internal IdentityPoolRole WithoutManagedPolicies(IReadOnlyCollection<TemplateValue> arns)
    {
        if (!IsManaged)
        {
            throw DefinitionErrors.Create(nameof(Messages.ManagedPolicyOnExistingRole), this, this);
        }

        return arns.FirstOrDefault(arn => !TypedManagedPolicyArns.Contains(arn)) is { } missing
            ? throw DefinitionErrors.Create(
                nameof(Messages.ManagedPolicyNotFound),
                this,
                this,
                missing,
                string.Join(", ", TypedManagedPolicyArns.Select(arn => arn.ToString()).DefaultIfEmpty(Messages.None))
            )
            : this with
            {
                TypedManagedPolicyArns = TypedManagedPolicyArns.Except(arns).ToValueList(),
            };
    }

    /// <summary>The role without any permission that the pool gives it.</summary>
    internal IdentityPoolRole WithoutGrants()
    {
        CheckIsTold();
        return this with { Statements = [], TypedManagedPolicyArns = IsManaged ? [] : TypedManagedPolicyArns };
    }

    /// <summary>What cannot be read may allow what is revoked, and would go on allowing it.</summary>
    private void CheckIsTold()
    {
        if (UnknownParts.Count > 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.RevokeUntold), this, this, string.Join(" ", UnknownParts));
        }
    }

    /// <summary>The role as a definition that has not been read: one that was made with a pool is made anew with the next one.</summary>
    internal IdentityPoolRole AsDefinition() =>
        this with
        {
            TypedArn = IsManaged ? null : TypedArn,
            TrustAsRead = null,
            InlinePolicies = ValueMap<string>.Empty,
            TypedManagedPolicyArns = IsManaged ? TypedManagedPolicyArns : [],
            Evidence = RoleEvidence.None,
            LogicalId = null,
        };

    private DefinitionException NothingGranted(string what) =>
        DefinitionErrors.Create(
            nameof(Messages.PermissionNotFound),
            this,
            this,
            what,
            string.Join("; ", Statements.Select(statement => $"{(statement.Sid is { } sid ? sid + ": " : "")}{statement}").DefaultIfEmpty(Messages.None))
        );

    /// <summary>The role as AWS has it.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="managedPolicies">The ARNs of its managed policies.</param>
    /// <param name="evidence">Its trust policy and its inline policies.</param>
    internal IdentityPoolRole AsRead(string arn, IEnumerable<string> managedPolicies, RoleEvidence evidence) =>
        this with
        {
            TypedArn = arn,
            TrustAsRead = evidence.Trust?.ToString(),
            TypedManagedPolicyArns = managedPolicies.Select(policy => TemplateValue.FromString(policy)).Order().ToValueList(),
            InlinePolicies = ValueMap<string>.Create(evidence.Policies.Select(policy => KeyValuePair.Create(policy.Name, policy.Node.ToString()))),
            Evidence = evidence,
        };

    /// <summary>The trust policy that a managed role gets in a pool.</summary>
    internal TemplateMapping TrustOf(AwsPartition partition, TemplateNode poolId) => Model.TrustPolicy.Create(partition, poolId, For, AllowsSessionTags);

    internal IdentityPoolRole WithEvidence(RoleEvidence evidence) => this with { Evidence = evidence };

    internal IdentityPoolRole Named(string name) => this with { Name = name };

    /// <summary>The role for an audience; a managed role serves only the one that its trust policy is for.</summary>
    /// <exception cref="DefinitionException">It is a managed role for the other audience.</exception>
    internal IdentityPoolRole UsableFor(RoleAudience audience) =>
        IsManaged && For != audience ? throw DefinitionErrors.Create(nameof(Messages.RoleForOtherAudience), this, this, For, audience) : ForAudience(audience);

    internal IdentityPoolRole ForAudience(RoleAudience audience) => this with { For = audience };

    /// <summary>The role with just the permissions of another one.</summary>
    internal IdentityPoolRole WithGrantsOf(IdentityPoolRole other) =>
        this with
        {
            Statements = other.Statements,
            TypedManagedPolicyArns = other.TypedManagedPolicyArns,
        };

    internal IdentityPoolRole WithTags(IEnumerable<KeyValuePair<string, TemplateValue>> tags) => this with { TypedTags = ValueMap<TemplateValue>.Create(tags) };

    /// <summary>Whether both stand for one role: the same managed role of a pool, or the same ARN. What they may do does not matter.</summary>
    internal bool IsSameRole(IdentityPoolRole other) =>
        IsManaged ? other.IsManaged && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) : !other.IsManaged && TypedArn == other.TypedArn;

    /// <summary>The name of a managed role, or the ARN.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => TypedArn is not null && !IsManaged ? TypedArn.ToString() : Name ?? For.ToString();

    /// <summary>Text as a role that exists, so that scripts can compare with an ARN.</summary>
    /// <param name="arn">The ARN.</param>
    public static implicit operator IdentityPoolRole(string arn) => Existing(arn);

    /// <summary>Text as a role that exists.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The role.</returns>
    public static IdentityPoolRole FromString(string arn) => Existing(arn);
}

/// <summary>Which identities may assume a role: the <c>amr</c> of its trust policy.</summary>
public enum RoleAudience
{
    /// <summary>Users who signed in.</summary>
    Authenticated,

    /// <summary>Guests.</summary>
    Unauthenticated,
}
