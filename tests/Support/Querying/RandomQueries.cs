using CsCheck;

namespace AchieveApex.Support.Querying;

/// <summary>Random records and random valid queries over given fields. One field is <c>id</c>.</summary>
public static class RandomQueries
{
    private static readonly Gen<string> Pattern = Gen.OneOf("a", "b", "A", "é", "😀", "%", "%", "_", @"\%", @"\_", @"\\", @"\a")
        .Array[2, 6]
        .Where(parts => parts.Count(part => part is not ("%" or "_")) >= 2)
        .Select(string.Concat);

    /// <summary>Queries with up to three levels of <c>$or</c> and <c>$and</c>.</summary>
    public static Gen<ModelQuery> Queries(IReadOnlyList<ModelField> fields) =>
        Gen.Select(
            Group(fields, least: 0, levels: 3),
            Sort(fields),
            Perhaps(Gen.Int[0, 12]),
            Perhaps(Gen.Int[0, 6]),
            Perhaps(Gen.Bool),
            (where, sort, limit, skip, total) => new ModelQuery(where, sort, limit, skip, total)
        );

    /// <summary>Records that hold the fields' values, or null where they may. Ids are 1, 2, 3, …</summary>
    public static Gen<IReadOnlyDictionary<string, object?>[]> Records(IReadOnlyList<ModelField> fields, int most) =>
        Gen
            .Int.Select(seed => new Random(seed))
            .Array[0, most]
            .Select(seeds => seeds.Select(IReadOnlyDictionary<string, object?> (random, i) => Record(fields, random, i + 1)).ToArray());

    private static Dictionary<string, object?> Record(IReadOnlyList<ModelField> fields, Random random, long id) =>
        fields.ToDictionary(
            field => field.Name,
            field =>
                field.Name == "id" ? id
                : field.IsNullable && random.Next(4) == 0 ? null
                : field.Values[random.Next(field.Values.Count)]
        );

    private static Gen<ModelGroup> Group(IReadOnlyList<ModelField> fields, int least, int levels)
    {
        var tests = Test(fields).List[least, 3].Select(Writable);
        if (levels == 0)
            return tests.Select(list => new ModelGroup(list, [], []));

        var groups = Gen.Frequency((3, Gen.Const(new List<ModelGroup>())), (1, Group(fields, least: 1, levels - 1).List[1, 3]));
        return Gen.Select(tests, groups, groups, (list, or, and) => new ModelGroup(list, or, and));
    }

    private static Gen<ModelTest> Test(IReadOnlyList<ModelField> fields) =>
        Gen.OneOf([.. fields]).SelectMany(field => Gen.OneOf(Operators(field.Kind)).SelectMany(asked => Test(field, asked)));

    private static Gen<ModelTest> Test(ModelField field, string asked)
    {
        var value = Gen.OneOf([.. field.Values]);
        var valueOrNull =
            field.Kind == ValueKind.Text
                ? value.Select(given => (object?)given)
                : Gen.Frequency((4, value.Select(given => (object?)given)), (1, Gen.Const((object?)null)));
        return asked switch
        {
            "$in" or "$nin" => valueOrNull.List[0, 4].Select(values => new ModelTest(field, asked, values)),
            "" or "$ne" => valueOrNull.Select(operand => new ModelTest(field, asked, [operand])),
            "$like" or "$notlike" or "$ilike" => Pattern.Select(pattern => new ModelTest(field, asked, [pattern])),
            _ => value.Select(operand => new ModelTest(field, asked, [operand])),
        };
    }

    private static string[] Operators(ValueKind kind) =>
        kind switch
        {
            ValueKind.Flag or ValueKind.Choice => ["", "$ne", "$in", "$nin"],
            ValueKind.Text => ["", "$ne", "$in", "$nin", "$lt", "$lte", "$gt", "$gte", "$like", "$notlike", "$ilike"],
            _ => ["", "$ne", "$in", "$nin", "$lt", "$lte", "$gt", "$gte"],
        };

    /// <summary>A query string cannot give one operator twice, nor equality next to an operator.</summary>
    private static List<ModelTest> Writable(List<ModelTest> tests) =>
        [
            .. tests
                .DistinctBy(test => (test.Field.Name, test.Operator))
                .GroupBy(test => test.Field.Name)
                .SelectMany(same => same.First().Operator.Length == 0 ? same.Take(1) : same.Where(test => test.Operator.Length > 0)),
        ];

    private static Gen<List<ModelSort>> Sort(IReadOnlyList<ModelField> fields) =>
        Gen.Select(Gen.OneOf([.. fields]), Gen.Bool, (field, isDescending) => new ModelSort(field, isDescending))
            .List[0, 3]
            .Select(keys => keys.DistinctBy(key => key.Field.Name).ToList());

    private static Gen<T?> Perhaps<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((1, Gen.Const((T?)null)), (1, gen.Select(value => (T?)value)));
}
