#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/rculist.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

struct rule {
	struct list_head node;
	int id;
	struct rcu_head rcu;
};

static LIST_HEAD(rules);
static DEFINE_SPINLOCK(rules_lock);

static int rules_show(struct seq_file *m, void *v)
{
	struct rule *r;

	list_for_each_entry_rcu(r, &rules, node)
		seq_printf(m, "%d\n", r->id);
	return 0;
}

static int __init r_init(void)
{
	struct rule *r = kzalloc(sizeof(*r), GFP_KERNEL);

	if (!r)
		return -ENOMEM;
	spin_lock(&rules_lock);
	list_add_rcu(&r->node, &rules);
	spin_unlock(&rules_lock);
	proc_create_single("rules", 0444, NULL, rules_show);
	return 0;
}

static void rule_free(struct rcu_head *head)
{
	kfree(container_of(head, struct rule, rcu));
}

static void __exit r_exit(void)
{
	struct rule *r, *n;

	remove_proc_entry("rules", NULL);
	list_for_each_entry_safe(r, n, &rules, node) {
		list_del_rcu(&r->node);
		call_rcu(&r->rcu, rule_free);
	}
}

module_init(r_init);
module_exit(r_exit);
MODULE_LICENSE("GPL");
