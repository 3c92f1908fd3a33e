using System.Linq.Expressions;
using System.Reflection;
using Mapster;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>Where a member of a view comes from: a column of the record, or of what a reference of the record names.</summary>
/// <param name="Member">The view's.</param>
/// <param name="Property">The column.</param>
/// <param name="Reference">Null for the record's own.</param>
internal sealed record ViewColumn(MemberInfo Member, IProperty Property, INavigation? Reference)
{
    /// <summary>Whether a row may have no value here.</summary>
    public bool IsNullable => Property.IsNullable || Reference is { ForeignKey.IsRequired: false };

    /// <summary>The columns of a view, as its mapping says.</summary>
    /// <exception cref="InvalidOperationException">A member is made of something else.</exception>
    public static IReadOnlyList<ViewColumn> Of<TRecord, TView>(IEntityType record)
    {
        var projection = Array.Empty<TRecord>().AsQueryable().ProjectToType<TView>().Expression;
        return
            projection
                is MethodCallExpression
                {
                    Arguments: [_, UnaryExpression { Operand: LambdaExpression { Body: MemberInitExpression made } }]
                }
            && made.NewExpression.Arguments.Count == 0
            ? [.. made.Bindings.Select(binding => Of(binding, record, typeof(TView)))]
            : throw new InvalidOperationException($"{typeof(TView).Name} cannot be read: it is not made by setting its members.");
    }

    private static ViewColumn Of(MemberBinding binding, IEntityType record, Type view)
    {
        var source = (binding as MemberAssignment)?.Expression;
        while (source is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner })
            source = inner;

        return source switch
            {
                MemberExpression { Expression: ParameterExpression } own when record.FindProperty(own.Member.Name) is { } property =>
                    new ViewColumn(binding.Member, property, null),
                MemberExpression { Expression: MemberExpression { Expression: ParameterExpression } through } column
                    when record.FindNavigation(through.Member.Name) is { IsOnDependent: true } reference
                        && reference.TargetEntityType.FindProperty(column.Member.Name) is { } property => new ViewColumn(
                    binding.Member,
                    property,
                    reference
                ),
                _ => null,
            }
            ?? throw new InvalidOperationException(
                $"{view.Name}.{binding.Member.Name} cannot be read: it is neither a column of {record.ClrType.Name} nor one of a record that it refers to."
            );
    }
}
