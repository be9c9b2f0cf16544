using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Takes permissions of a role out of a template where they stand, and adds others beside them.</summary>
/// <param name="pool">The pool, for errors.</param>
/// <param name="owner">The role, or the policy that the pool gives to a role which exists.</param>
/// <param name="resources">The resources of the pool.</param>
/// <param name="separate">The policies of the role that are resources of their own.</param>
internal sealed class PolicyMerge(IdentityPool pool, string owner, Dictionary<string, TemplateMapping> resources, IReadOnlyList<string> separate)
{
    private const string Properties = nameof(Properties);
    private const string Policies = nameof(Policies);
    private const string PolicyName = nameof(PolicyName);
    private const string Document = "PolicyDocument";
    private const string Statement = nameof(Statement);

    /// <summary>Takes out what is revoked, wherever it stands: what says the same twice was read once. A policy that says nothing any more goes.</summary>
    /// <returns>The resources that are gone.</returns>
    /// <exception cref="DefinitionException">It stands nowhere, or where others have it too.</exception>
    public IReadOnlyList<string> Revoke(StatementChange change)
    {
        RevokeInline(change);
        var gone = new List<string>();
        foreach (var id in separate.Append(owner).Distinct().ToList())
        {
            if (
                !resources.TryGetValue(id, out var resource)
                || resource[Properties] is not TemplateMapping properties
                || Left(properties[Document], change) is not { } document
            )
            {
                continue;
            }

            if (!IsOwn(id, properties))
            {
                throw DefinitionErrors.Create(nameof(Messages.RevokedFromShared), pool, pool, owner, change.Found[^1], id);
            }

            if (IsEmpty(document))
            {
                resources.Remove(id);
                gone.Add(id);
            }
            else
            {
                resources[id] = resource.With(Properties, properties.With(Document, document));
            }
        }

        return change.Missing() is { } missing ? throw DefinitionErrors.Create(nameof(Messages.RevokedElsewhere), pool, pool, owner, missing) : gone;
    }

    /// <summary>Adds statements to the policy that is made for the pool.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="made">The resource as it would be made anew.</param>
    public void Grant(IReadOnlyList<TemplateNode> statements, TemplateMapping made)
    {
        if (TypeOf(made) == ResourceTypes.Role)
        {
            GrantInline(statements);
            return;
        }

        var resource = resources.GetValueOrDefault(owner);
        var properties = (TemplateMapping)(resource ?? made)[Properties]!;
        var document = resource is null
            ? PolicyDocument.Create(new TemplateSequence(statements))
            : With(properties[Document], statements) ?? throw UnderFunction(properties[Document]!);
        resources[owner] = (resource ?? made).With(Properties, properties.With(Document, document));
    }

    private void RevokeInline(StatementChange change)
    {
        if (
            !resources.TryGetValue(owner, out var role)
            || role[Properties] is not TemplateMapping properties
            || properties[Policies] is not TemplateSequence list
        )
        {
            return;
        }

        var isChanged = false;
        var left = new List<TemplateNode>();
        foreach (var item in list)
        {
            if (item is not TemplateMapping policy || Left(policy[Document], change) is not { } document)
            {
                left.Add(item);
                continue;
            }

            isChanged = true;
            if (!IsEmpty(document))
            {
                left.Add(policy.With(Document, document));
            }
        }

        if (isChanged)
        {
            resources[owner] = role.With(Properties, properties.With(Policies, left.Count == 0 ? null : new TemplateSequence(left)));
        }
    }

    private void GrantInline(IReadOnlyList<TemplateNode> statements)
    {
        var role = resources[owner];
        var properties = role[Properties] as TemplateMapping ?? [];
        if (properties[Policies] is { } written && written is not TemplateSequence)
        {
            throw UnderFunction(written);
        }

        var list = (properties[Policies] as TemplateSequence)?.Items.ToList() ?? [];
        // Of two policies of one name IAM keeps one.
        var names = list.Concat(separate.Select(id => resources.GetValueOrDefault(id)).OfType<TemplateNode>()).SelectMany(Names).ToList();
        var own =
            names.Count(name => name == Bookkeeping.PolicyName) == 1
                ? list.FindIndex(policy => (policy as TemplateMapping)?[PolicyName] is TemplateScalar { Text: Bookkeeping.PolicyName })
                : -1;
        if (own >= 0 && With(((TemplateMapping)list[own])[Document], statements) is { } document)
        {
            list[own] = ((TemplateMapping)list[own]).With(Document, document);
        }
        else if (own >= 0)
        {
            throw UnderFunction(list[own]);
        }
        else
        {
            list.Add(new TemplateMapping { { PolicyName, FreeName(names) }, { Document, PolicyDocument.Create(new TemplateSequence(statements)) } });
        }

        resources[owner] = role.With(Properties, properties.With(Policies, new TemplateSequence(list)));
    }

    private static string FreeName(List<string> taken) =>
        Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => number == 1 ? Bookkeeping.PolicyName : $"{Bookkeeping.PolicyName}{number}")
            .First(name => !taken.Contains(name));

    /// <summary>The names of policies in a part, also of those that a condition chooses.</summary>
    private static IEnumerable<string> Names(TemplateNode node) =>
        node switch
        {
            TemplateSequence sequence => sequence.SelectMany(Names),
            TemplateMapping mapping => mapping.SelectMany(entry =>
                entry is { Key: PolicyName, Value: TemplateScalar { Text: var name } } ? [name] : Names(entry.Value)
            ),
            _ => [],
        };

    /// <summary>The document with more statements; null where a function is all of it.</summary>
    private static TemplateMapping? With(TemplateNode? written, IReadOnlyList<TemplateNode> statements) =>
        ResourceSource.Document(written) is TemplateMapping document
        && !Intrinsic.IsCall(document)
        && document[Statement] is { } known
        && !Intrinsic.IsCall(known)
            ? document.With(Statement, new TemplateSequence([.. known is TemplateSequence list ? list.Items : [known], .. statements]))
            : null;

    /// <summary>What is left of a document; null where it stays as it is.</summary>
    private static TemplateMapping? Left(TemplateNode? written, StatementChange change)
    {
        if (ResourceSource.Document(written) is not TemplateMapping document || document[Statement] is not { } known || Intrinsic.IsCall(known))
        {
            return null;
        }

        var isChanged = false;
        var items = new List<TemplateNode>();
        foreach (var item in known is TemplateSequence list ? list : TemplateSequence.Single(known))
        {
            if (change.Left(item) is not { } parts)
            {
                items.Add(item);
                continue;
            }

            isChanged = true;
            items.AddRange(parts.Select(part => StatementChange.Part((TemplateMapping)item, part)));
        }

        return !isChanged ? null : document.With(Statement, known is not TemplateSequence && items is [var only] ? only : new TemplateSequence(items));
    }

    private static bool IsEmpty(TemplateMapping document) => document[Statement] is TemplateSequence { Items.Count: 0 };

    /// <summary>Whether no other role, user or group has a policy.</summary>
    private bool IsOwn(string id, TemplateMapping properties) =>
        TypeOf(resources[id]) == ResourceTypes.RolePolicy
        || (
            !Nodes.Items(properties["Users"]).Concat(Nodes.Items(properties["Groups"])).Any()
            && Nodes.Items(properties["Roles"]).Count() + resources.Count(entry => TypeOf(entry.Value) == ResourceTypes.Role && IsNamed(entry.Value, id)) <= 1
        );

    private static bool IsNamed(TemplateMapping role, string policy) =>
        (role[Properties] as TemplateMapping)?["ManagedPolicyArns"] is { } arns
        && References.In(Intrinsic.Uniform(arns)).Exists(reference => reference.Name == policy);

    private DefinitionException UnderFunction(TemplateNode written) =>
        DefinitionErrors.Create(nameof(Messages.ChangeUnderFunction), pool, pool, $"{owner}.{Policies}", written);

    private static string TypeOf(TemplateMapping resource) => (resource["Type"] as TemplateScalar)?.Text ?? "";
}
